// Whether the engine reads a file of its machine for who asks: it must refuse this.
// mode: read
// returns: lines
LOAD CSV FROM 'file:///etc/hostname' AS line
RETURN count(line) AS lines
