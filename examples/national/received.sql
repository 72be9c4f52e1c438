-- Complaints that opened a case, and those of them that are emergencies: by province and month.
SELECT
  province,
  substr(dt, 1, 7) AS month,
  count(*) AS received,
  count(CASE WHEN urgency = 'emergency' THEN 1 END) AS emergencies
FROM facts
WHERE event = 'registered'
GROUP BY province, substr(dt, 1, 7)
ORDER BY province, month
