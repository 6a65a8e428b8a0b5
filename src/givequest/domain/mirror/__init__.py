"""The mirror of one's own posts: whose party they were. Nothing is judged, and no word of a post is kept."""
