"""The command-line interface: commands, options, language, input, output and exit codes."""
