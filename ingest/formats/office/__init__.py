"""What Word and OpenDocument have in common: a zipped package, flowing text, tables, ways to count."""
