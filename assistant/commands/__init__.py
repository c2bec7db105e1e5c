"""The commands of `minutebook`, one a file: each adds its arguments and runs."""
