-- Complaints that opened a case, and those of them that are emergencies: by province and month. Parts of a split complaint are in the whole.
SELECT
  province,
  substr(dt, 1, 7) AS month,
  count(*) AS received,
  count(CASE WHEN urgency = 'emergency' THEN 1 END) AS emergencies
FROM facts
WHERE event = 'registered' AND NOT coalesce(is_part, FALSE)
GROUP BY province, substr(dt, 1, 7)
ORDER BY province, month
