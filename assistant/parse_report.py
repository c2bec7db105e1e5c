"""What the parser saw in a file, told to an officer who knows the meeting."""
