"""What a message that is being written says about itself: hints, good signs, and whose words stand in it."""
