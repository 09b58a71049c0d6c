// The weeks and days that return each year.
// mode: read
// returns: name, period
MATCH (moment:YearMoment)
RETURN moment.name AS name, coalesce(moment.period, '') AS period
ORDER BY name
LIMIT 200
