"""What is put forward → claims: which utterances meet, how likely two speak to one claim, the clusters that follow, the side of each."""
