-- What a list says of a file that has been read, without its words: format, language, how many speak.
ALTER TABLE "Upload" ADD COLUMN "facts" JSONB;
