"""Measuring what the program does against labels."""
