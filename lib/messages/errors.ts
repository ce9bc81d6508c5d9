import type { Messages } from "./types";

/**
 * What went wrong, what was kept and what to do. The first nine keys are the closed list of codes
 * (lib/access/errors.ts); the others are said of one field of a form.
 */
export const errors = {
  en: {
    unauthenticated:
      "You are no longer signed in. What you typed is still here: sign in again in another tab, then repeat this step.",
    other_account:
      "Another account is signed in in this browser now, and nothing was saved under its name. What you did stays here as yours: sign in as yourself, then repeat this step.",
    forbidden:
      "Your role in this study does not allow this. Nothing was changed. A lead of the study can do it, or can change your role.",
    not_found:
      "This does not exist, or is no longer open to you. Nothing was changed. Go back and choose another.",
    invalid: "Something in the form needs another look. Nothing was saved; what you typed is still here.",
    conflict:
      "Somebody else has just changed the same thing. Your change was not saved, and what you typed is still here. Reload to see theirs, then decide.",
    stale:
      "The text has a newer version than the one on your screen. Your change was not saved. Reload the page and make it again.",
    rate_limited: "Too many attempts. Wait a few minutes, then try again.",
    too_large:
      "This is larger than what can be taken in at once. Nothing was saved. Split it, and add the parts one by one.",
    unavailable:
      "The server could not be reached. Your change was not saved, and what you typed is still here. Check the connection, then try again.",
    required: "Fill this in.",
    wrong: "This does not look right.",
    too_short: "This is too short.",
    too_long: "This is too long.",
    too_small: "This number is too small.",
    too_big: "This number is too large.",
    not_a_number: "Write a whole number.",
    not_a_date: "Write a date, such as 2026-04-30.",
    not_an_email: "Write an e-mail address, such as name@example.org.",
    taken: "This is already in use. Choose another.",
    lines_wrong:
      "{count, plural, one {# line needs} other {# lines need}} another look, as the list shows. Correct it or take it away; nothing is added before.",
    control_characters: "This holds characters that cannot be shown. Remove them, or type it anew.",
    search_too_slow:
      "This regular expression takes too long on a text. Begin it with letters that must be there, or narrow the search.",
    changed_meanwhile:
      "Somebody else has changed this since you opened it. Your words are still here: compare the two, then save again.",
    history_changed:
      "This has been changed since: it was left as “{left}”, and is now “{now}”. Taking it back would take the later work along, so nothing was changed.",
    history_gone: "What this was about is not there any more. Nothing was changed.",
    history_back: "What this took away is there again already. Nothing was changed.",
    search_changed:
      "Nothing was coded: one of the transcripts or the code was changed since. Search again, then code what is found.",
    history_erased: "What this held was erased for good, and cannot come back. Nothing was changed.",
    history_purged:
      "What this held was deleted long ago and is gone for good, so it cannot come back. Nothing was changed.",
    erased: "What this came to was erased for good since. Nothing was changed.",
    transcript_erased:
      "This transcript was erased for good, as where a consent is withdrawn. Nothing of it can be stored any more.",
    other_number: "This is not the number of this interviewee.",
    history_undone: "This has been taken back already. Nothing was changed.",
    history_codings:
      "Somebody has changed the same segments since. Taking this back would take the later work along, so nothing was changed.",
    history_coded:
      "Somebody has coded since you looked. Nothing was changed. Look at what a restore would do once more, then decide.",
    work_cancelled: "Cancelled. Nothing was changed.",
    sector_in_use:
      "{count, plural, one {# interviewee belongs} other {# interviewees belong}} to this sector. Move them to another sector first.",
    interviewee_in_use:
      "{count, plural, one {# transcript has} other {# transcripts have}} this interviewee as a speaker. The interviewee stays.",
    interview_in_use:
      "{count, plural, one {# transcript belongs} other {# transcripts belong}} to this interview. The interview stays.",
    question_in_use:
      "{count, plural, one {# passage answers} other {# passages answer}} this in the transcripts. It stays; its wording can be changed.",
    round_opened: "This round was opened already, so this cannot be changed any more. Nothing was changed.",
    round_elsewhere:
      "This round is not where it was: somebody has opened, ended or revealed it since. Nothing was changed. Reload to see how it is.",
    round_ended: "This round has ended. Nothing was changed. A lead can take it up again.",
    round_empty: "Nobody is assigned anything in this round yet. Assign transcripts first, then open it.",
    round_in_use:
      "This round is in use: it was opened, or transcripts are assigned in it. Nothing was changed.",
    round_no_coder:
      "Somebody in this is no member who codes any more. Nothing was assigned. Reload to see who does.",
    round_own_sight:
      "You code in this round, which hides others' work until it is revealed. You cannot take a transcript from yourself, or you would see that work. Another lead can, or reveal the round.",
    round_other_title: "This is not the title of the round. Type it as it stands above.",
    placed_already: "This segment has found its place, or was given up, meanwhile. Reload to see where.",
    shared_guide: "This guide belongs to another study. Open that study to change it.",
    shared_codebook: "This codebook belongs to another study. Open that study to change it.",
    code_below_itself: "A code cannot stand below itself. Nothing was moved.",
    parent_retired: "The code above is retired. Take it into use again first, or choose another place.",
    already_retired: "This code is already retired.",
    not_retired: "This code is in use already.",
    merge_same: "A code cannot be merged into itself. Choose another.",
    merge_retired: "One of these codes is no longer in use. Nothing was changed. Reload to see which.",
    merge_namesake:
      "Both codes have “{name}” below them. Rename one of the two, or merge them first; nothing was changed.",
    undone_already: "This was taken back already. Nothing was changed.",
    cannot_undo: "This change is too old to be taken back. Nothing was changed.",
    changed_since:
      "A code has been changed again since. Nothing was changed now. Reload to see how it is, then decide.",
    code_in_use:
      "A code that this added is used, or has codes below it. Nothing was changed. Retire it instead.",
    codes_of_many:
      "A file may hold {count, number} codes at most. Split it, and take in the parts one by one.",
    no_codes_in_file: "There are no codes in this file: neither a table nor an indented list.",
    no_separator: "A name cannot hold “ > ”, which stands between the levels of the codebook.",
    too_simple: "Use more than two different characters.",
    wrong_password: "This is not your password.",
    rate_limited_wait:
      "Too many failed attempts. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.",
    last_owner: "A study needs an owner. Make somebody else an owner first. Nothing was changed.",
    already_member: "This person is a member already. Nothing was changed.",
    invitation_over:
      "This invitation is no longer open: it was used or revoked, or its week is over. Ask for a new one.",
    account_exists:
      "There is an account with this address already. Sign in with it, then open the link again.",
    other_address:
      "This invitation is for another address than the one you are signed in with. Nothing was changed.",
    setup_over: "This link is no longer open: it was used, or the server has printed a newer one.",
    installer_stays:
      "The first account of this installation cannot be closed, because only it can open others again.",
    sole_owner:
      "This account is the only owner of a study. Make somebody else an owner of it first. Nothing was changed.",
    pair_taken:
      "That transcript already has its other language. Nothing was added. Choose another, or add this one on its own.",
    pair_same_language:
      "That transcript is in the same language. A pair is of two languages. Nothing was added; correct the language, or add this one on its own.",
    pair_other_interview:
      "That transcript is of another interview. A pair is of one. Nothing was added; choose the same interview for both.",
    file_too_large:
      "This file is larger than what is taken in at once. Nothing was added. Split it, or save it as plain text, which is far smaller.",
    file_empty:
      "There are no words in this. Nothing was stored. Choose the file that holds them; if this is it, open it, look whether they are there, and save it anew.",
    file_text_too_long: "This text is longer than twelve million characters. Nothing was stored. Split it.",
    file_table_too_large:
      "This table has more than two million cells or five hundred columns. Nothing was stored. Delete what is not needed, or split it.",
    file_not_text:
      "This is no text, whatever its name says. Nothing was stored. Choose a text, Word, PDF, subtitle or table file.",
    file_other_archive:
      "This is an archive, and no document. Nothing was stored. Unpack it, and bring in what it holds.",
    file_old_word:
      "This is a document of an old Word (.doc). Nothing was stored. Open it in Word or LibreOffice, save it as .docx, and bring that in.",
    file_old_excel:
      "This is a workbook of an old or binary Excel (.xls, .xlsb). Nothing was stored. Open it in Excel or LibreOffice, save it as .xlsx or CSV, and bring that in.",
    file_old_office:
      "This is a file of an old Office program. Nothing was stored. Open it there, save it as .docx, .xlsx or plain text, and bring that in.",
    file_apple_pages:
      "This is a document of Pages, Numbers or Keynote. Nothing was stored. Export it there as Word (.docx), Excel (.xlsx) or plain text, and bring that in.",
    file_other_office:
      "This is a presentation or a spreadsheet of another program. Nothing was stored. Save it as .docx, .xlsx, CSV or plain text, and bring that in.",
    file_locked_office:
      "This document is locked with a password. Nothing was stored. Open it, save it without the password, and bring that in.",
    file_locked_pdf:
      "This PDF is locked with a password. Nothing was stored. Open it, print or save it as a PDF without the password, and bring that in.",
    file_damaged_word:
      "This Word document is damaged or was cut off. Nothing was stored. Open it in Word and save it anew, or fetch it again.",
    file_damaged_odt:
      "This OpenDocument text is damaged or was cut off. Nothing was stored. Open it in LibreOffice and save it anew, or fetch it again.",
    file_damaged_excel:
      "This workbook is damaged or was cut off. Nothing was stored. Open it in Excel and save it anew, or fetch it again.",
    file_damaged_pdf:
      "This PDF is damaged or was cut off. Nothing was stored. Open it and print it to a new PDF, or fetch it again.",
    file_damaged_rtf:
      "This rich text is damaged, or is something else. Nothing was stored. Open it in Word or LibreOffice and save it as .docx.",
    file_damaged_csv:
      "This table cannot be read as comma-separated values. Nothing was stored. Open it in a spreadsheet and save it as .xlsx.",
    file_scanned_pdf:
      "This PDF holds pictures of pages and no text. Nothing was stored. Run text recognition (OCR) over it, for example in Acrobat or OCRmyPDF, and bring in what that makes.",
    file_picture:
      "This is a picture. Nothing was stored. Run text recognition (OCR) over it, and bring in the text.",
    file_recording:
      "This is a sound or video recording. Nothing was stored. Transcribe it first, and bring in the transcript.",
    file_unpacks_too_large:
      "This file unpacks to more than can be read, as files made to do harm do. Nothing was stored. If it is yours, save it without pictures, or as plain text.",
    file_nested_too_deep:
      "This file has more layers inside one another than any person makes. Nothing was stored. If it is yours, save it as plain text.",
    file_forbidden_xml:
      "This document declares XML entities, which no word processor writes and which can do harm. Nothing was stored. If it is yours, open it in Word or LibreOffice and save it anew.",
    file_took_too_long:
      "Reading this file took longer than a minute and was stopped. Nothing was stored. Save it as plain text or .docx, or split it.",
    file_took_too_much_memory:
      "Reading this file took more memory than one file may and was stopped. Nothing was stored. Save it as plain text or .docx, or split it.",
    file_reader_failed:
      "The program that reads files stopped over this one. Nothing was stored. Try it again; if it happens again, save it as plain text or .docx.",
    file_reading_cancelled:
      "The reading was cancelled. Nothing was stored. To have it after all, choose it again.",
    storing_took_too_long:
      "Storing this text took longer than one file may, and was stopped. Nothing was stored. Split it; if it was to be aligned with its other language, add it on its own and make the pair afterwards.",
    storing_took_too_much_memory:
      "Storing this text took more memory than one file may, and was stopped. Nothing was stored. Split it.",
    revising_took_too_long:
      "Working out where every coded passage belongs in this text took longer than a minute, and was stopped. The transcript is as it was, and so is what you typed. Change less of it at once, then the rest.",
    revising_took_too_much_memory:
      "Working out where every coded passage belongs in this text took more memory than one text may, and was stopped. The transcript is as it was, and so is what you typed. Change less of it at once, then the rest.",
    revising_failed:
      "The program that works out where coded passages belong stopped. The transcript is as it was, and so is what you typed. Try it again.",
    recording_too_large:
      "This recording is larger than 500 MB. Nothing was kept. Save it as MP3 or M4A, which is a tenth of that, or play it from this machine.",
    recording_unknown:
      "This is no recording that browsers play. Nothing was kept. Save it as MP3, M4A, WAV, Ogg, FLAC or WebM, and attach that.",
    recording_there: "This transcript has a recording already. Nothing was kept. Delete the other one first.",
    upload_cut_off:
      "The file was cut off on its way. Nothing of it was kept. Check the connection, and send it again.",
    batch_cancelled: "This batch was cancelled. Nothing was stored. Begin another one.",
    batch_full: "A batch takes a thousand files. The others are kept; begin another batch for this one.",
    upload_past_choosing: "This file is already being stored, or was cancelled. Nothing was changed.",
    text_newer:
      "Somebody has corrected the text since you looked at it. Nothing was replaced, and your file and choices are still here. Below is what would change now: look at it again, then replace the text.",
    pair_not_there:
      "The file that is its other language was not stored. Add that one first, or add this one on its own.",
    import_gave_up:
      "Reading this file failed three times. Nothing was stored. Try it again, or save it in another format.",
    import_fault:
      "Something went wrong with this file that should not. Nothing was stored. Try again; if it stays, tell whoever runs this server.",
    no_table:
      "This file holds no table. Nothing was stored. Choose a CSV or Excel file (.xlsx) with a row for each person.",
    table_of_many: "A table may hold {count, number} people at most. Nothing was stored. Split it.",
    people_changed:
      "Interviewee {number} was added or changed by somebody else since the preview. Nothing was stored. Close this, and choose the file again.",
    too_many_attributes:
      "A study has {count, number} attributes at most. Nothing was stored. Delete one first.",
    choice_in_use:
      "A choice that would go is the value of {count, plural, one {# person} other {# people}}. Nothing was changed. Change theirs first.",
    not_a_choice: "This is none of the choices.",
    not_a_decimal: "Write a number, such as 12 or 3.5.",
    source_of_interview:
      "A document, a record, a report or a field note has no interview and no interviewee. Nothing was stored. Take them off, or say that it is an interview.",
    draft_empty: "There are no words in this. Nothing was stored.",
  },
  ja: {
    unauthenticated:
      "サインインの期限が切れました。入力した内容は残っています。別のタブでサインインし直してから、もう一度操作してください。",
    other_account:
      "このブラウザーでは今、別のアカウントがサインインしています。そのアカウントの名前では何も保存されていません。あなたの作業はここに残っているので、自分のアカウントでサインインしてから、もう一度操作してください。",
    forbidden:
      "この調査でのあなたの役割では、この操作はできません。何も変更されていません。調査のリードに依頼するか、役割を変えてもらってください。",
    not_found:
      "見つからないか、あなたには公開されていません。何も変更されていません。戻って別のものを選んでください。",
    invalid: "入力に見直しが必要なところがあります。まだ保存されていません。入力した内容は残っています。",
    conflict:
      "ほかの人が同じところを変更したばかりです。あなたの変更は保存されていませんが、入力した内容は残っています。再読み込みして相手の変更を確かめてください。",
    stale:
      "画面の本文より新しい版があります。変更は保存されていません。再読み込みして、もう一度操作してください。",
    rate_limited: "試行の回数が多すぎます。数分待ってから、もう一度試してください。",
    too_large:
      "一度に取り込める大きさを超えています。何も保存されていません。分割して一つずつ追加してください。",
    unavailable:
      "サーバーに接続できませんでした。変更は保存されていませんが、入力した内容は残っています。接続を確かめて、もう一度試してください。",
    required: "入力してください。",
    wrong: "入力内容を確かめてください。",
    too_short: "短すぎます。",
    too_long: "長すぎます。",
    too_small: "数が小さすぎます。",
    too_big: "数が大きすぎます。",
    not_a_number: "整数を入力してください。",
    not_a_date: "2026-04-30 のように日付を入力してください。",
    not_an_email: "name@example.org のようにメールアドレスを入力してください。",
    taken: "すでに使われています。別のものを選んでください。",
    lines_wrong:
      "{count, plural, other {#行}}に見直しが必要です。一覧の表示を見て、直すか取り除いてください。それまでは何も追加されません。",
    control_characters: "表示できない文字が含まれています。取り除くか、入力し直してください。",
    search_too_slow:
      "この正規表現は時間がかかりすぎます。必ず含まれる文字から始めるか、範囲を絞ってください。",
    changed_meanwhile:
      "開いたあとに、ほかの人がここを変更しました。入力した内容は残っています。両方を見比べて、もう一度保存してください。",
    history_changed:
      "その後に変更されています（当時：「{left}」、現在：「{now}」）。取り消すと後の作業も失われるため、何も変更していません。",
    history_gone: "対象がすでにありません。何も変更していません。",
    history_back: "取り除いたものは、すでに元に戻っています。何も変更していません。",
    search_changed:
      "コードは付けていません。その後に逐語録かコードが変更されています。もう一度検索してから付けてください。",
    history_erased: "内容は完全に消去されており、元に戻せません。何も変更していません。",
    history_purged: "内容はずっと前に削除されて完全に消えており、元に戻せません。何も変更していません。",
    erased: "その結果は、あとで完全に消去されました。何も変更していません。",
    transcript_erased:
      "この逐語録は、同意の撤回などにより完全に消去されました。これについてはもう何も保存できません。",
    other_number: "この協力者の番号ではありません。",
    history_undone: "すでに取り消されています。何も変更していません。",
    history_codings:
      "その後に同じセグメントが変更されています。取り消すと後の作業も失われるため、何も変更していません。",
    history_coded:
      "確認した後に新しいコーディングが行われました。何も変更していません。もう一度内容を確かめてください。",
    work_cancelled: "中止しました。何も変わっていません。",
    sector_in_use: "この部門には協力者が{count, plural, other {#人}}います。先に別の部門へ移してください。",
    interviewee_in_use:
      "{count, plural, other {#件}}の逐語録で、この協力者が話し手になっています。削除されていません。",
    interview_in_use: "この面接には逐語録が{count, plural, other {#件}}あります。削除されていません。",
    question_in_use:
      "逐語録の{count, plural, other {#か所}}がこの質問への答えになっています。削除されていません。文言は変えられます。",
    round_opened: "このラウンドはすでに開始されているため、変更できません。何も変わっていません。",
    round_elsewhere:
      "このラウンドの状態は、その後に変わりました（開始、終了、または公開）。何も変わっていません。再読み込みして確認してください。",
    round_ended: "このラウンドは終了しています。何も変わっていません。リードが再開できます。",
    round_empty: "このラウンドにはまだ担当がありません。先に逐語録を割り当ててから、開始してください。",
    round_in_use:
      "このラウンドは使われています（開始済み、または割り当てがあります）。何も変わっていません。",
    round_no_coder:
      "コーディングできる参加者でなくなった人が含まれています。何も割り当てていません。再読み込みして確認してください。",
    round_own_sight:
      "このラウンドでは、公開まで他の人の作業が伏せられており、あなたも担当しています。自分の担当を外すと他の人の作業が見えてしまうため、外せません。別のリードが外すか、ラウンドを公開してください。",
    round_other_title: "ラウンドの題名と異なります。上に表示されているとおりに入力してください。",
    placed_already: "この箇所は、その間に置かれたか、取りやめられました。読み込み直すと分かります。",
    shared_guide: "この質問項目は別の調査のものです。変更するには、その調査を開いてください。",
    shared_codebook: "このコードブックは別の調査のものです。変更するには、その調査を開いてください。",
    code_below_itself: "コードを自分の下に置くことはできません。移動していません。",
    parent_retired: "上のコードは使用を終えています。先に使用を再開するか、別の場所を選んでください。",
    already_retired: "このコードはすでに使用を終えています。",
    not_retired: "このコードは使用中です。",
    merge_same: "コードをそれ自身に統合することはできません。別のコードを選んでください。",
    merge_retired:
      "どちらかのコードは使用を終えています。何も変更していません。再読み込みして確かめてください。",
    merge_namesake:
      "どちらのコードの下にも「{name}」があります。一方の名前を変えるか、先に統合してください。何も変更していません。",
    undone_already: "この変更はすでに取り消されています。何も変更していません。",
    cannot_undo: "この変更は古いため取り消せません。何も変更していません。",
    changed_since:
      "その後にコードが変更されています。今回は何も変更していません。再読み込みして確かめてから決めてください。",
    code_in_use:
      "追加されたコードは使われているか、下にコードがあります。何も変更していません。代わりに使用を終えてください。",
    codes_of_many: "一つのファイルのコードは{count, number}件までです。分けて取り込んでください。",
    no_codes_in_file: "このファイルにはコードがありません。表でも字下げした一覧でもありません。",
    no_separator: "名前に「 > 」は使えません。コードブックの階層を区切る記号です。",
    too_simple: "三種類以上の文字を使ってください。",
    wrong_password: "パスワードが違います。",
    rate_limited_wait: "失敗が続きました。{seconds}秒待ってから、もう一度試してください。",
    last_owner: "調査には所有者が必要です。先にほかの人を所有者にしてください。何も変更されていません。",
    already_member: "すでに参加している人です。何も変更されていません。",
    invitation_over:
      "この招待は使えません。使用済みか、取り消されたか、一週間の期限が過ぎています。新しい招待を頼んでください。",
    account_exists:
      "このアドレスのアカウントはすでにあります。サインインしてから、もう一度リンクを開いてください。",
    other_address:
      "この招待は、サインイン中のアドレスとは別のアドレスに宛てたものです。何も変更されていません。",
    setup_over: "このリンクは使えません。使用済みか、サーバーが新しいリンクを表示しています。",
    installer_stays:
      "最初に作られたアカウントは閉じられません。ほかのアカウントを再び開けるのはこのアカウントだけだからです。",
    sole_owner:
      "このアカウントだけが所有者である調査があります。先にほかの人を所有者にしてください。何も変更されていません。",
    pair_taken:
      "その逐語録にはすでにもう一方の言語の組があります。何も追加されていません。別のものを選ぶか、組にせずに追加してください。",
    pair_same_language:
      "その逐語録は同じ言語です。組は二つの言語からなります。何も追加されていません。言語を直すか、組にせずに追加してください。",
    pair_other_interview:
      "その逐語録は別の面接のものです。組は一つの面接からなります。何も追加されていません。両方に同じ面接を選んでください。",
    file_too_large:
      "一度に取り込める大きさを超えています。何も追加されていません。分割するか、ずっと小さくなるテキスト形式で保存してください。",
    file_empty:
      "文章がありません。何も保存されていません。文章のあるファイルを選んでください。このファイルにあるはずなら、開いて確かめ、保存し直してください。",
    file_text_too_long: "文章が1200万字を超えています。何も保存されていません。分割してください。",
    file_table_too_large:
      "表が200万セルか500列を超えています。何も保存されていません。不要な部分を消すか、分割してください。",
    file_not_text:
      "名前にかかわらず、中身は文章ではありません。何も保存されていません。テキスト、Word、PDF、字幕、表のファイルを選んでください。",
    file_other_archive:
      "これは圧縮ファイルで、文書ではありません。何も保存されていません。展開して、中のファイルを取り込んでください。",
    file_old_word:
      "古いWordの文書（.doc）です。何も保存されていません。WordかLibreOfficeで開いて.docxで保存し、それを取り込んでください。",
    file_old_excel:
      "古い形式のExcelのブック（.xls、.xlsb）です。何も保存されていません。ExcelかLibreOfficeで開いて.xlsxかCSVで保存し、それを取り込んでください。",
    file_old_office:
      "古いOfficeのファイルです。何も保存されていません。元のソフトで開き、.docx、.xlsx、テキストのどれかで保存して取り込んでください。",
    file_apple_pages:
      "Pages、Numbers、Keynoteの書類です。何も保存されていません。Word（.docx）、Excel（.xlsx）、テキストのどれかに書き出して取り込んでください。",
    file_other_office:
      "ほかのソフトのプレゼンテーションか表計算です。何も保存されていません。.docx、.xlsx、CSV、テキストのどれかで保存して取り込んでください。",
    file_locked_office:
      "パスワードのかかった文書です。何も保存されていません。開いてパスワードなしで保存し、それを取り込んでください。",
    file_locked_pdf:
      "パスワードのかかったPDFです。何も保存されていません。開いて、パスワードなしのPDFとして印刷または保存し、それを取り込んでください。",
    file_damaged_word:
      "Word文書が壊れているか、途中で切れています。何も保存されていません。Wordで開いて保存し直すか、もう一度入手してください。",
    file_damaged_odt:
      "OpenDocument文書が壊れているか、途中で切れています。何も保存されていません。LibreOfficeで開いて保存し直すか、もう一度入手してください。",
    file_damaged_excel:
      "ブックが壊れているか、途中で切れています。何も保存されていません。Excelで開いて保存し直すか、もう一度入手してください。",
    file_damaged_pdf:
      "PDFが壊れているか、途中で切れています。何も保存されていません。開いて新しいPDFに印刷するか、もう一度入手してください。",
    file_damaged_rtf:
      "リッチテキストが壊れているか、別の形式です。何も保存されていません。WordかLibreOfficeで開いて.docxで保存してください。",
    file_damaged_csv:
      "CSVとして読めない表です。何も保存されていません。表計算ソフトで開いて.xlsxで保存してください。",
    file_scanned_pdf:
      "このPDFはページの画像だけで、文字がありません。何も保存されていません。AcrobatやOCRmyPDFなどで文字認識（OCR）をかけ、できたものを取り込んでください。",
    file_picture:
      "これは画像です。何も保存されていません。文字認識（OCR）をかけ、その文章を取り込んでください。",
    file_recording:
      "これは録音か録画です。何も保存されていません。先に文字に起こし、その逐語録を取り込んでください。",
    file_unpacks_too_large:
      "展開すると読める大きさを超えます。害をなすために作られたファイルに多い形です。何も保存されていません。ご自分のものなら、画像を除くか、テキストで保存してください。",
    file_nested_too_deep:
      "人が作るとは思えない深さの入れ子になっています。何も保存されていません。ご自分のものなら、テキストで保存してください。",
    file_forbidden_xml:
      "文書がXMLの実体を宣言しています。ワープロは書かないもので、害をなすことがあります。何も保存されていません。ご自分のものなら、WordかLibreOfficeで開いて保存し直してください。",
    file_took_too_long:
      "読み込みに一分以上かかったので止めました。何も保存されていません。テキストか.docxで保存するか、分割してください。",
    file_took_too_much_memory:
      "読み込みに使えるメモリーを超えたので止めました。何も保存されていません。テキストか.docxで保存するか、分割してください。",
    file_reader_failed:
      "ファイルを読むプログラムが途中で止まりました。何も保存されていません。もう一度試し、それでもだめならテキストか.docxで保存してください。",
    file_reading_cancelled:
      "読み込みを中止しました。何も保存されていません。取り込むときは、もう一度選んでください。",
    storing_took_too_long:
      "この文章の保存が一つのファイルに許された時間を超えたため、中止しました。何も保存されていません。分割してください。もう一つの言語と対応づける場合は、まず単独で追加し、後から対にしてください。",
    storing_took_too_much_memory:
      "この文章の保存が一つのファイルに許されたメモリーを超えたため、中止しました。何も保存されていません。分割してください。",
    revising_took_too_long:
      "コード付けした箇所の新しい位置を求めるのに1分以上かかったため、中止しました。文字起こしは元のままで、入力した内容も残っています。一度に直す量を減らし、残りは後で直してください。",
    revising_took_too_much_memory:
      "コード付けした箇所の新しい位置を求めるのに、一つの文章に許されたメモリーを超えたため、中止しました。文字起こしは元のままで、入力した内容も残っています。一度に直す量を減らし、残りは後で直してください。",
    revising_failed:
      "コード付けした箇所の位置を求めるプログラムが途中で止まりました。文字起こしは元のままで、入力した内容も残っています。もう一度試してください。",
    recording_too_large:
      "録音が500 MBを超えています。何も保存されていません。MP3かM4Aで保存すると十分の一ほどになります。送らずに、この端末のファイルを再生することもできます。",
    recording_unknown:
      "ブラウザーで再生できる録音ではありません。何も保存されていません。MP3、M4A、WAV、Ogg、FLAC、WebMのどれかで保存し、それを付けてください。",
    recording_there:
      "この逐語録にはすでに録音があります。何も保存されていません。先にその録音を削除してください。",
    upload_cut_off:
      "ファイルの送信が途中で切れました。何も保存されていません。接続を確かめて、もう一度送ってください。",
    batch_cancelled: "この取り込みは中止されています。何も保存されていません。新しく始めてください。",
    batch_full:
      "一度に取り込めるのは千件までです。ほかは残っています。このファイルは別の取り込みで追加してください。",
    upload_past_choosing: "このファイルはすでに保存中か、中止されています。何も変更されていません。",
    text_newer:
      "確かめている間に、ほかの人が本文を訂正しました。差し替えは行われず、ファイルと設定はそのまま残っています。今の本文との違いを下で確かめてから、もう一度差し替えてください。",
    pair_not_there:
      "もう一方の言語のファイルが保存されていません。先にそちらを追加するか、組にせずに追加してください。",
    import_gave_up:
      "このファイルの読み取りに三度失敗しました。何も保存されていません。もう一度試すか、別の形式で保存し直してください。",
    import_fault:
      "このファイルで想定外の問題が起きました。何も保存されていません。もう一度試し、続くようならサーバーの管理者に伝えてください。",
    no_table:
      "このファイルに表がありません。何も保存されていません。一人一行のCSVかExcel（.xlsx）を選んでください。",
    table_of_many: "一つの表は{count, number}人までです。何も保存されていません。分割してください。",
    people_changed:
      "確かめているあいだに、協力者{number}がほかの人によって追加か変更されました。何も保存されていません。閉じて、もう一度ファイルを選んでください。",
    too_many_attributes:
      "属性は一つの調査に{count, number}個までです。何も保存されていません。先に一つ削除してください。",
    choice_in_use:
      "なくなる選択肢が{count, plural, other {#人}}の値になっています。何も変更されていません。先にその人たちの値を変えてください。",
    not_a_choice: "選択肢にありません。",
    not_a_decimal: "12や3.5のように数を入力してください。",
    source_of_interview:
      "文書、記録、報告書、観察の記録には面接も協力者もありません。何も保存されていません。それらを外すか、面接だと指定してください。",
    draft_empty: "文章がありません。何も保存されていません。",
  },
} as const satisfies Messages;
