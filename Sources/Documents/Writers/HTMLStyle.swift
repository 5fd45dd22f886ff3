/// How a report looks: on screen, and on A4 with the margins of an official document.
let htmlStyle = """
  :root { color-scheme: light; }
  body {
    margin: 0; background: #fff; color: #000;
    font-family: "仿宋_GB2312", "仿宋", FangSong, STFangsong, "FandolFang", "Noto Serif CJK SC",
      "Source Han Serif SC", serif;
    font-size: 16pt; line-height: 1.75;
  }
  main { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
  h1 {
    font-family: "方正小标宋简体", "小标宋", "宋体", SimSun, STSong, "Noto Serif CJK SC", serif;
    font-size: 22pt; line-height: 1.5; text-align: center; text-wrap: balance;
  }
  h2 {
    font-family: "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif;
    font-size: 16pt; font-weight: normal; text-indent: 2em; break-after: avoid;
  }
  h3 {
    font-family: "楷体_GB2312", "楷体", KaiTi, STKaiti, "FandolKai", "Noto Serif CJK SC", serif;
    font-size: 16pt; font-weight: normal; text-indent: 2em; break-after: avoid;
  }
  p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
  table {
    width: 100%; border-collapse: collapse; margin: 0.5rem 0 1rem;
    font-family: "宋体", SimSun, STSong, "Noto Serif CJK SC", serif;
    font-size: 10.5pt; line-height: 1.35;
  }
  th, td { border: 1px solid #000; padding: 0.25em 0.3em; vertical-align: middle; }
  th { font-weight: normal; text-align: center; }
  th[scope="row"] { text-align: left; }
  td { text-align: center; font-variant-numeric: tabular-nums; }
  td.words { text-align: left; overflow-wrap: break-word; }
  .signature { margin-top: 1.75em; break-inside: avoid; break-before: avoid; }
  .signature p { text-indent: 0; text-align: right; }
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  @page :right {
    @bottom-right {
      content: "— " counter(page) " —"; vertical-align: top; padding: 4mm 1em 0 0;
      font-family: "宋体", SimSun, STSong, "Noto Serif CJK SC", serif; font-size: 14pt;
    }
  }
  @page :left {
    @bottom-left {
      content: "— " counter(page) " —"; vertical-align: top; padding: 4mm 0 0 1em;
      font-family: "宋体", SimSun, STSong, "Noto Serif CJK SC", serif; font-size: 14pt;
    }
  }
  @media print {
    main { max-width: none; margin: 0; padding: 0; }
    table { table-layout: fixed; }
    table.wide { font-size: 9pt; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    tr.begins { break-after: avoid; }
    p { orphans: 2; widows: 2; }
  }

  """

/// What marks every page of a draft.
let htmlDraftStyle = """
  .draft {
    text-indent: 0; text-align: center; border: 2px solid #b00; color: #b00;
    font-size: 16pt; letter-spacing: 1em; padding-left: 1em; margin-bottom: 1rem;
  }
  @page { @top-center { content: "草稿"; color: #b00; font-size: 16pt; } }
  @media print {
    .draft {
      position: fixed; top: 40%; left: 0; right: 0; border: none; opacity: 0.15; white-space: nowrap;
      font-size: 120pt; line-height: 1; transform: rotate(-30deg);
    }
  }

  """
