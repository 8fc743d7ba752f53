"""What stands on a command line: the options that commands share, what their values mean, what Tab completes."""
