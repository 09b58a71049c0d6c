"""What happens with rows that resemble something in the register."""
