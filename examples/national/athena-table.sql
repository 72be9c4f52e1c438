-- Once, in Athena: the table that the other files ask. List every province, and put in the name of the bucket.
CREATE EXTERNAL TABLE facts (
  occurred_at timestamp,
  case_hash string,
  seq int,
  event string,
  channel string,
  types string,
  matter string,
  urgency string,
  division string,
  lead string,
  status string,
  days_to_answer int,
  is_part boolean
)
PARTITIONED BY (province string, dt string)
STORED AS PARQUET
LOCATION 's3://BUCKET/facts/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.province.type' = 'enum',
  'projection.province.values' = 'jiangsu,yunnan',
  'projection.dt.type' = 'date',
  'projection.dt.format' = 'yyyy-MM-dd',
  'projection.dt.range' = '2026-11-01,NOW',
  'storage.location.template' = 's3://BUCKET/facts/province=${province}/dt=${dt}/'
)
