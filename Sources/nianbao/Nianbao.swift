@main
struct Nianbao {
  static func main() {}
}
