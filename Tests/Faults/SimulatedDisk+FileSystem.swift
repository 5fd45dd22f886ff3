package import Storage

extension SimulatedDisk {
  /// The calls of the system, on this disk.
  package var system: FileSystem {
    FileSystem(
      open: { path, flags, mode throws(SystemError) in
        try self.perform(.open(flags)) { state throws(SystemError) in
          try state.open(path, flags, mode)
        }
      },
      read: { descriptor, buffer throws(SystemError) in
        let limit = self.nextFault() == .cutShort ? 1 : buffer.count
        let bytes = try self.perform(.read) { state throws(SystemError) in
          var piece = [UInt8](repeating: 0, count: limit)
          let count = try state.read(descriptor, &piece)
          return Array(piece.prefix(count))
        }
        buffer.replaceSubrange(..<bytes.count, with: bytes)
        return bytes.count
      },
      write: { descriptor, bytes throws(SystemError) in
        let piece = self.nextFault() == .cutShort ? bytes.prefix(1) : bytes
        return try self.perform(.write) { state throws(SystemError) in
          try state.write(descriptor, piece)
        }
      },
      writeAt: { descriptor, bytes, offset throws(SystemError) in
        let piece = self.nextFault() == .cutShort ? bytes.prefix(1) : bytes
        return try self.perform(.write) { state throws(SystemError) in
          try state.write(descriptor, piece, at: offset)
        }
      },
      truncate: { descriptor, length throws(SystemError) in
        try self.perform(.truncate) { state throws(SystemError) in
          try state.truncate(descriptor, length)
        }
      },
      synchronize: { descriptor throws(SystemError) in
        let isDropped = self.nextFault() == .dropped
        try self.perform(.synchronize) { state throws(SystemError) in
          if !isDropped { try state.synchronize(descriptor) }
        }
      },
      close: { descriptor throws(SystemError) in
        try self.perform(.close) { state throws(SystemError) in try state.close(descriptor) }
      },
      changeOwner: { descriptor, user, group throws(SystemError) in
        try self.perform(.changeOwner) { state throws(SystemError) in
          try state.changeOwner(descriptor, user, group)
        }
      },
      changeMode: { descriptor, mode throws(SystemError) in
        try self.perform(.changeMode) { state throws(SystemError) in
          try state.changeMode(descriptor, mode)
        }
      },
      status: { path throws(SystemError) in
        try self.perform(.look) { state throws(SystemError) in
          state.status(of: try state.node(at: path, .followed))
        }
      },
      linkStatus: { path throws(SystemError) in
        try self.perform(.look) { state throws(SystemError) in
          state.status(of: try state.node(at: path, .kept))
        }
      },
      openStatus: { descriptor throws(SystemError) in
        try self.perform(.look) { state throws(SystemError) in
          state.status(of: try state.openFile(descriptor).node)
        }
      },
      linkTarget: { path throws(SystemError) in
        try self.perform(.look) { state throws(SystemError) in try state.linkTarget(path) }
      },
      requireWritable: { path throws(SystemError) in
        try self.perform(.look) { state throws(SystemError) in try state.requireWritable(path) }
      },
      hasAccessList: { path in
        do throws(SystemError) {
          return try self.perform(.askAccessList) { state throws(SystemError) in
            state[try state.node(at: path, .followed)].hasAccessList
          }
        } catch {
          return false
        }
      },
      rename: { from, to throws(SystemError) in
        try self.perform(.rename) { state throws(SystemError) in try state.rename(from, to) }
      },
      renameToNew: { from, to throws(SystemError) in
        try self.perform(.rename) { state throws(SystemError) in
          try state.renameToNew(from, to)
        }
      },
      link: { from, to throws(SystemError) in
        try self.perform(.link) { state throws(SystemError) in try state.link(from, to) }
      },
      unlink: { path throws(SystemError) in
        try self.perform(.unlink) { state throws(SystemError) in try state.unlink(path) }
      },
      makeFolder: { path, mode throws(SystemError) in
        try self.perform(.makeFolder) { state throws(SystemError) in
          try state.makeFolder(path, mode)
        }
      },
      names: { folder throws(SystemError) in
        try self.perform(.look) { state throws(SystemError) in try state.names(folder) }
      },
      touch: { path throws(SystemError) in
        try self.perform(.touch) { state throws(SystemError) in try state.touch(path) }
      },
      claim: { descriptor throws(SystemError) in
        try self.perform(.claim) { state throws(SystemError) in try state.claim(descriptor) }
      })
  }
}
