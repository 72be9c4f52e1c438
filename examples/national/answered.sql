-- Answers by province and month: how many, how long they took, and how many took more than the ordinary sixty days. Parts of a split
-- complaint are in the whole.
SELECT
  province,
  substr(dt, 1, 7) AS month,
  count(*) AS answers,
  avg(days_to_answer) AS mean_days,
  count(CASE WHEN days_to_answer > 60 THEN 1 END) AS after_sixty_days
FROM facts
WHERE event = 'closed' AND NOT coalesce(is_part, FALSE)
GROUP BY province, substr(dt, 1, 7)
ORDER BY province, month
