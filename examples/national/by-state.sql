-- Cases by their last known state, country-wide and by matter. It reads every day since the first. Parts
-- of a split complaint are in the whole.
WITH latest AS (
  SELECT
    case_hash,
    matter,
    status,
    row_number() OVER (PARTITION BY province, case_hash ORDER BY occurred_at DESC, seq DESC) AS place
  FROM facts
  WHERE NOT coalesce(is_part, FALSE)
)
SELECT
  matter,
  status,
  count(*) AS cases
FROM latest
WHERE place = 1
GROUP BY matter, status
ORDER BY matter, status
