"""Takes in the spreadsheets that offices have, 360Giving and OCDS, and accounts for every row and every cell."""
