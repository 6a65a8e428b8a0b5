"""The mirror of one's own posts: counted archives saved, and shown beside the deeds of the same months."""
