"""Word, with its automatic numbers computed."""
