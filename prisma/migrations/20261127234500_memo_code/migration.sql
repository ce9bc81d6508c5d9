-- A code that is taken back takes no memos along: while there are any on it, it stays.
ALTER TABLE "Memo" DROP CONSTRAINT "Memo_codeId_fkey";
ALTER TABLE "Memo" ADD CONSTRAINT "Memo_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
