"""Other systems over the same minutes, each in a file of its own: what ours has to beat in the same table."""
