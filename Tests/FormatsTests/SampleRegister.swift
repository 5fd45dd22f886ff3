/// A register of 2024 with every outcome, kinds of applicants and ways to write a day, and lines that
/// belong to other years.
enum SampleRegister {
  static let csv = """
    示例县公安局2024年政府信息依申请公开登记表,,,,,,
    序号,收到日期,申请人,申请人类型,申请内容,答复日期,办理结果
    1,2023-12-20,甲,自然人,上年结转的申请,2024-01-10,予以公开
    2,2023年12月28日,乙公司,商业企业,上年结转的申请,2024年1月20日,部分公开
    3,2024-01-05,丙,公民,治安案件统计,2024-01-25,（一）予以公开
    4,2024/1/8,丁,个人,"消防检查记录,附件",2024/1/30,全部公开
    5,2024.2.1,戊研究所,科研机构,警力配置,2024.2.20,属于国家秘密
    6,20240203,己,自然人,涉税信息,20240222,其他法律行政法规禁止公开
    7,2024-02-05,庚,自然人,应急预案,2024-02-25,危及“三安全一稳定”
    8,2024-02-06,辛公司,企业,投标文件,2024-02-26,商业秘密
    9,2024-02-07,壬,自然人,"值班表
    和考勤表",2024-02-27,三类内部事务信息
    10,2024-02-08,癸,自然人,会议纪要,2024-02-28,过程性信息
    11,2024-03-01,子,自然人,询问笔录,2024-03-20,行政执法案卷
    12,2024-03-02,丑,自然人,户籍查询,2024-03-21,行政查询事项
    13,2024-03-03,寅,自然人,土地批文,2024-03-22,信息不存在
    14,2024-03-04,卯律师事务所,律师事务所,汇总数据,2024-03-23,没有现成信息需要另行制作
    15,2024-03-05,辰,自然人,有关文件,2024-03-24,补正后申请内容仍不明确
    16,2024-04-01,巳,自然人,举报事项处理,2024-04-20,信访举报投诉类申请
    17,2024-04-02,午,自然人,治安案件统计,2024-04-21,重复申请
    18,2024-04-03,未,自然人,年鉴,2024-04-22,要求提供公开出版物
    19,2024-04-04,申,自然人,多项,2024-04-23,无正当理由大量反复申请
    20,2024-04-05,酉,自然人,证明,2024-04-24,要求行政机关确认或重新出具已获取信息
    21,2024-05-01,戌,自然人,不明,2024-05-30,逾期不补正
    22,2024-05-02,亥协会,社会公益组织,数据,2024-05-31,逾期未缴费
    23,2024-05-03,甲,自然人,处罚决定,2024-05-20,申请人撤回
    24,2024-06-01,某村委会,其他,宅基地,2024-06-20,予以公开
    25,45474,乙公司,公司,许可,45490,予以公开
    26,2024-12-20,丙,自然人,统计,,办理中
    27,2024-12-22,丁律所,律所,统计,2025-01-06,予以公开
    28,2024-12-31,戊,自然人,统计,/,
    29,2023-06-01,己,自然人,上年已办结,2023-06-20,予以公开
    30,2025-01-02,庚,自然人,下年收到,,
    合计,28件,,,,,
    """

  /// The figures that are not 0, totals left out, as `row.column`.
  static let figures = [
    "carriedIn.natural": 1, "carriedIn.business": 1,
    "new.natural": 19, "new.business": 2, "new.research": 1, "new.welfare": 1, "new.legal": 2,
    "new.other": 1,
    "granted.natural": 3, "granted.business": 1, "granted.other": 1, "partial.business": 1,
    "deniedStateSecret.research": 1, "deniedByLaw.natural": 1, "deniedSecurity.natural": 1,
    "deniedThirdParty.business": 1, "deniedInternal.natural": 1, "deniedProcess.natural": 1,
    "deniedCaseFile.natural": 1, "deniedInquiry.natural": 1, "unavailableNotHeld.natural": 1,
    "unavailableToCreate.legal": 1, "unavailableUnclear.natural": 1,
    "declinedPetition.natural": 1, "declinedRepeat.natural": 1, "declinedPublication.natural": 1,
    "declinedExcessive.natural": 1, "declinedReissue.natural": 1, "otherNotCorrected.natural": 1,
    "otherFeeUnpaid.welfare": 1, "otherReasons.natural": 1,
    "carriedOut.natural": 2, "carriedOut.legal": 1,
  ]
}
