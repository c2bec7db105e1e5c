"""Making sets of questions: their format, what is wrong with a file of them, and proposals for more."""
