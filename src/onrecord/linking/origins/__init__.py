"""Claims with sides → how surely each statement stands on its side, and on how many independent origins a side rests."""
