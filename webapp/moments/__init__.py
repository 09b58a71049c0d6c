"""Contact moments: logged in under 20 seconds, with what came out of them."""
