"""`NAME.minutes.toml`: what an officer says about the minutes beside it, read strictly."""
