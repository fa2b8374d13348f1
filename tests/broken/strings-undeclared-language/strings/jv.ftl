home = Kaca ngarep
