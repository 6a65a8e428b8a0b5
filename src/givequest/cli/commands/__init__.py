"""One file a command, in folders by what they are about."""
