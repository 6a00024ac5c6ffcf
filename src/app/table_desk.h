#pragma once
// A list that somebody opened, dropped or pasted, until it is kept or put away.

#include <memory>
#include <string>

#include "app/host.h"
#include "app/table_import.h"

namespace thidua::app {

class Application;

class TableDesk {
public:
    explicit TableDesk(Application& app);
    ~TableDesk();

    /// Asks for a file: XLSX, CSV, DOCX, text.
    void pick();
    void take(IncomingFile file);
    /// nullptr: nothing lies here.
    TableImport* current() { return current_.get(); }
    void discard();
    /// Reads rows for about `milliseconds`; true while there are more.
    bool work(double milliseconds);
    /// Keeps what can be kept in one act; the columns are remembered for the next list.
    void accept();

private:
    Application& app_;
    std::unique_ptr<TableImport> current_;
    int revision_ = 0;  ///< of the values that the rows are held against
    std::shared_ptr<bool> alive_;
};

/// A name or bytes that only a table has (.xlsx, .csv, a workbook inside a container).
bool is_table(const IncomingFile& file);

}  // namespace thidua::app
