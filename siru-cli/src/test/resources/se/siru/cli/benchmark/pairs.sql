-- How many different pairs of organisations of different sectors met at network meetings, by quarter, of the tables that
-- tuned.sql has loaded: each organisation once an activity and quarter, joined with itself; a pair is one number.
CREATE OR REPLACE TABLE met AS
  SELECT DISTINCT period, activity, unit::BIGINT AS unit, sector
  FROM (
    SELECT period, activity, unit, sector FROM participation WHERE mask & 4 <> 0 AND unit IS NOT NULL
    UNION ALL SELECT period, activity, unit, sector FROM several WHERE mask & 4 <> 0)
  WHERE sector > 1;
CREATE OR REPLACE TABLE pairs AS
  SELECT period, count(*) AS pairs
  FROM (
    SELECT DISTINCT a.period, a.unit << 20 | b.unit AS pair
    FROM met a JOIN met b ON a.period = b.period AND a.activity = b.activity AND a.unit < b.unit AND a.sector <> b.sector)
  GROUP BY period;
