#include "platform/open_root.h"

#include "platform/selftest.h"

namespace thidua::platform {

void open_root(app::Host& host, RootDone done) { done(make_selftest(host)); }

}  // namespace thidua::platform
