-- The forty indicators as most people would write them: text ids, joins, GROUPING SETS, FILTER and COUNT(DISTINCT).
-- ${folder}, ${regions}, ${out} and ${threads} are filled in.
SET threads = ${threads};

CREATE TABLE place AS
  SELECT s.id, coalesce(i.target, s.id) AS unit, coalesce(s.sector, 'unknown') AS sector,
    coalesce(r.county, 'unknown') AS county, coalesce(r.municipality, 'unknown') AS municipality
  FROM read_csv('${folder}/stakeholders.csv', header = true, all_varchar = true) s
  LEFT JOIN read_csv('${folder}/identity.csv', header = true, all_varchar = true) i ON i.id = s.id
  LEFT JOIN read_csv('${regions}', header = true, all_varchar = true) r ON r.code = s.region;

-- One row a participation and organisation it represents; a participation that represents none has one row.
CREATE TABLE represented AS
  WITH counted AS (
    SELECT row_number() OVER () AS row, activity, coalesce(p.date, a.start::DATE) AS day, coalesce(a.kind, '') AS kind,
      a.organisers, unnest(string_split(coalesce(p.organisations, ''), ';')) AS organisation, heads, women, men
    FROM read_csv('${folder}/participations.csv', header = true, columns = {'activity': 'VARCHAR', 'date': 'DATE',
      'organisations': 'VARCHAR', 'heads': 'INTEGER', 'women': 'INTEGER', 'men': 'INTEGER', 'status': 'VARCHAR',
      'role': 'VARCHAR'}) p
    JOIN read_csv('${folder}/activities.csv', header = true, all_varchar = true) a ON a.id = p.activity
    WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(p.role, 'participant') = 'participant')
  SELECT row, activity, year(day) * 10 + quarter(day) AS period, kind, organisers, heads, women, men, unit,
    coalesce(sector, 'unknown') AS sector, coalesce(county, 'unknown') AS county,
    coalesce(municipality, 'unknown') AS municipality
  FROM counted LEFT JOIN place ON place.id = counted.organisation
  WHERE year(day) BETWEEN 2021 AND 2023;

CREATE TABLE classes AS
  SELECT DISTINCT row, activity, period, kind, organisers, heads, women, men,
    coalesce(sector, '') AS sector, coalesce(county, '') AS county, coalesce(municipality, '') AS municipality
  FROM represented
  GROUP BY GROUPING SETS (
    (row, activity, period, kind, organisers, heads, women, men),
    (row, activity, period, kind, organisers, heads, women, men, sector),
    (row, activity, period, kind, organisers, heads, women, men, county),
    (row, activity, period, kind, organisers, heads, women, men, municipality));

CREATE TABLE cells AS
  WITH filters (filter) AS (VALUES ('all'), ('process-workshop'), ('network-meeting'), ('dialogue-forum')),
  periods AS (SELECT y * 10 + q AS period FROM range(2021, 2024) years(y), range(1, 5) quarters(q)),
  sums AS (
    SELECT filter, period, sector, county, municipality, count(*) AS rows, sum(heads) AS heads, sum(women) AS women,
      sum(men) AS men, count(women) AS stated, count(DISTINCT activity) AS activities
    FROM classes JOIN filters ON filter IN ('all', kind)
    GROUP BY ALL),
  units AS (
    SELECT filter, period, coalesce(sector, '') AS sector, coalesce(county, '') AS county,
      coalesce(municipality, '') AS municipality, count(DISTINCT unit) AS units
    FROM represented JOIN filters ON filter IN ('all', kind)
    GROUP BY GROUPING SETS (
      (filter, period), (filter, period, sector), (filter, period, county), (filter, period, municipality))),
  organisers AS (
    SELECT filter, period, c.sector, c.county, c.municipality, count(DISTINCT place.unit) AS organisers
    FROM (SELECT DISTINCT kind, period, sector, county, municipality, unnest(string_split(organisers, ';')) AS id
      FROM classes) c
    JOIN filters ON filter IN ('all', kind)
    JOIN place USING (id)
    GROUP BY ALL),
  observed AS (
    SELECT filter, p.period, sector, county, municipality
    FROM (SELECT DISTINCT filter, sector, county, municipality FROM sums), periods p)
  SELECT filter, period, sector, county, municipality, coalesce(rows, 0) AS rows, coalesce(heads, 0) AS heads,
    coalesce(women, 0) AS women, coalesce(men, 0) AS men,
    rows IS NULL OR stated > 0 AS stated, coalesce(units, 0) AS units,
    coalesce(activities, 0) AS activities, coalesce(organisers, 0) AS organisers
  FROM observed
  LEFT JOIN sums USING (filter, period, sector, county, municipality)
  LEFT JOIN units USING (filter, period, sector, county, municipality)
  LEFT JOIN organisers USING (filter, period, sector, county, municipality);

COPY (
  WITH measured AS (
    SELECT * EXCLUDE (stated), unnest([
      {'measure': 'rows', 'numerator': rows, 'denominator': NULL, 'stated': true},
      {'measure': 'heads', 'numerator': heads, 'denominator': NULL, 'stated': true},
      {'measure': 'women', 'numerator': women, 'denominator': NULL, 'stated': stated},
      {'measure': 'men', 'numerator': men, 'denominator': NULL, 'stated': stated},
      {'measure': 'women-share', 'numerator': women, 'denominator': women + men, 'stated': stated},
      {'measure': 'organisations', 'numerator': units, 'denominator': NULL, 'stated': true},
      {'measure': 'activities', 'numerator': activities, 'denominator': NULL, 'stated': true},
      {'measure': 'organisers', 'numerator': organisers, 'denominator': NULL, 'stated': true},
      {'measure': 'mean-heads', 'numerator': heads, 'denominator': rows, 'stated': true},
      {'measure': 'heads-per-organisation', 'numerator': heads, 'denominator': units, 'stated': true}],
      recursive := true)
    FROM cells)
  SELECT 'bench:' || measure || '-' || filter AS indicator,
    (period // 10) || '-Q' || (period % 10) AS period, sector, county, municipality,
    CASE WHEN NOT stated THEN NULL
      WHEN denominator IS NULL THEN numerator::VARCHAR
      WHEN denominator <> 0 THEN (numerator / denominator)::VARCHAR END AS value,
    CASE WHEN stated AND denominator <> 0 THEN numerator END AS numerator,
    CASE WHEN stated AND denominator <> 0 THEN denominator END AS denominator,
    '' AS unit,
    CASE WHEN NOT stated THEN 'missing' WHEN denominator = 0 THEN 'undefined' ELSE 'ok' END AS status,
    rows AS records
  FROM measured
  WHERE measure <> 'organisations' OR sector || county || municipality = ''
    OR (filter, sector, county, municipality) IN (
      SELECT (filter, sector, county, municipality) FROM cells WHERE units > 0)
  ORDER BY ALL
) TO '${out}' (HEADER, DELIMITER ',');
