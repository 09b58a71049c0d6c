"""Actions ("acties") of us and agreements ("afspraken") of partners."""
