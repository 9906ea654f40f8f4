"""Claims with sides → where each party stands, when it moved, and whom it contradicts; and changes that an article itself tells."""
