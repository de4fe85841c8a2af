"""What the tracker knows, in the forms that other programs read."""
