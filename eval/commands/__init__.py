"""The commands that evaluation offers to the command line, a file each, by entry points of the package."""
