import FormCatalog
import ReportModel
import Testing

/// A small report of an office that does not exist, as plain text with tabs.
enum SampleReport {
  static let text = """
    示例县园林局
    2024 年政府信息公开工作年度报告

    本报告按条例编制，数据统计期限为 2024 年 1 月 1 日至 12 月 31 日。

    一、总体情况
    （一）主动公开
    全年公开信息 12 条，其中公园改造的进展随

    - 1 -
    工程逐月更新。
    （二）依申请公开。收到申请 3 件，已全部答复。

    二、主动公开政府信息情况
    第二十条第（一）项\t\t\t
    信息内容\t本年制发件数\t本年废止件数\t现行有效件数
    规 章\t0\t0\t/
    行政规范性文件\t２\t1\t1,005
    第二十条第（五）项\t\t\t
    信息内容\t本年处理决定数量\t\t
    行政许可\t22件（其中网上办理16件）\t\t
    第二十条第（六）项\t\t\t
    信息内容\t本年处理决定数量\t\t
    行政处罚\t4\t\t
    行政强制\t\t\t
    第二十条第（八）项\t\t\t
    信息内容\t本年收费金额（单位：万元）\t\t
    行政事业性收费\t1.50\t\t
    注：收费为绿化补偿。

    三、收到和处理政府信息公开申请情况
    \t申请人情况\t\t\t\t\t\t
    \t自然人\t法人或其他组织\t\t\t\t\t总计
    \t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t
    一、本年新收政府信息公开申请数量\t2\t1\t0\t0\t0\t0\t3
    二、上年结转政府信息公开
    申请数量\t0\t0\t0\t0\t0\t0\t0
    三、本年度办理结果\t(一)予以公开\t\t1\t1\t0\t0\t0\t0\t2
    \t(五)不予处理\t2．重复申请\t1\t0\t0\t0\t0\t0\t1
    \t(七)总计\t\t2\t1\t0\t0\t0\t0\t3
    四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0

    四、因政府信息公开工作被申请行政复议、提起行政诉讼情况
    行政复议\t\t\t\t\t行政诉讼
    1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0

    五、存在的主要问题及改进措施
    一是更新不够及时，二是解读偏少。下一步逐项改进。

    六、其他需要报告的事项
    （文字描述）
    本局未收取信息处理费。
    """

  static func replacing(_ old: String, with new: String) -> String {
    text.replacing(old, with: new)
  }
}
