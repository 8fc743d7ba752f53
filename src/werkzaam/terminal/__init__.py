"""What people see and press: prompts, plain lines, tables."""
