/// Signs that some files have for letters: the parts that dictionaries sort characters by look the
/// same in print, but are other characters.
extension Unicode.Scalar {
  /// The letter that the sign is taken for; itself where it is none of these.
  var asLetter: Unicode.Scalar {
    switch value {
    case 0x2F00..<0x2F00 + UInt32(Self.radicals.count): Self.radicals[Int(value - 0x2F00)]
    case 0x2E80...0x2EFF: Self.supplement[self] ?? self
    default: self
    }
  }

  /// The letters of the Kangxi radicals, U+2F00 and the following.
  private static let radicals: [Unicode.Scalar] = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
    寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋\
    比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
    缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
    辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars)

  /// The letters of those radicals of the supplement that are letters of their own.
  private static let supplement: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2E81}": "厂", "\u{2E84}": "乙", "\u{2E85}": "亻", "\u{2E86}": "冂", "\u{2E87}": "几",
    "\u{2E88}": "刀", "\u{2E89}": "刂", "\u{2E8A}": "卜", "\u{2E8B}": "卩", "\u{2E92}": "巳",
    "\u{2E93}": "幺", "\u{2E94}": "彑", "\u{2E97}": "心", "\u{2E99}": "攵", "\u{2E9D}": "月",
    "\u{2E9F}": "母", "\u{2EA0}": "民", "\u{2EA1}": "氵", "\u{2EA2}": "氺", "\u{2EA3}": "灬",
    "\u{2EA4}": "爪", "\u{2EA9}": "王", "\u{2EAB}": "目", "\u{2EAC}": "示", "\u{2EAD}": "礻",
    "\u{2EAE}": "竹", "\u{2EB0}": "纟", "\u{2EB3}": "网", "\u{2EB6}": "羊", "\u{2EB7}": "羊",
    "\u{2EB8}": "羊", "\u{2EB9}": "老", "\u{2EBC}": "月", "\u{2EBE}": "艹", "\u{2EC1}": "虎",
    "\u{2EC2}": "衤", "\u{2EC3}": "西", "\u{2EC4}": "西", "\u{2EC5}": "见", "\u{2EC6}": "角",
    "\u{2EC8}": "讠", "\u{2EC9}": "贝", "\u{2ECB}": "车", "\u{2ECC}": "辶", "\u{2ECD}": "辶",
    "\u{2ECE}": "辶", "\u{2ECF}": "阝", "\u{2ED0}": "钅", "\u{2ED1}": "長", "\u{2ED3}": "长",
    "\u{2ED4}": "门", "\u{2ED6}": "阝", "\u{2ED7}": "雨", "\u{2ED8}": "青", "\u{2ED9}": "韦",
    "\u{2EDA}": "页", "\u{2EDB}": "风", "\u{2EDC}": "飞", "\u{2EDD}": "食", "\u{2EE0}": "饣",
    "\u{2EE2}": "马", "\u{2EE3}": "骨", "\u{2EE4}": "鬼", "\u{2EE5}": "鱼", "\u{2EE6}": "鸟",
    "\u{2EE7}": "卤", "\u{2EE8}": "麦", "\u{2EE9}": "黄", "\u{2EEC}": "齐", "\u{2EEE}": "齿",
    "\u{2EF0}": "龙", "\u{2EF3}": "龟",
  ]
}
