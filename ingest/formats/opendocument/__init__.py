"""OpenDocument texts, with their numbers computed."""
