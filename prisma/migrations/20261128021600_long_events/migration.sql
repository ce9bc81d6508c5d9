-- An event that holds the rows of a whole study is packed and unpacked in a third of the time, where the server can.
DO $$
BEGIN
  ALTER TABLE "HistoryEvent" ALTER COLUMN "before" SET COMPRESSION lz4, ALTER COLUMN "after" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN
  NULL;
END $$;
