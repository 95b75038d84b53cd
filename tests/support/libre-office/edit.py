# Types texts into cells of a workbook and saves it, in LibreOffice itself: what a person at the keyboard would do.
# Usage: python3 edit.py <from.xlsx> <to.xlsx> <profile folder> <[["D2", "text"], …] as JSON>
import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

source, target, profile, edits = sys.argv[1:5]
PIPE = f"golden-six-{time.time_ns()}"


def argument(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connected(office):
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice ended before it could be asked anything")


office = subprocess.Popen(
    [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}",
        f"--accept=pipe,name={PIPE};urp;",
    ],
    stderr=subprocess.DEVNULL,
)
context = connected(office)
services = context.ServiceManager
desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
book = desktop.loadComponentFromURL(
    uno.systemPathToFileUrl(source), "_blank", 0, (argument("Hidden", True),)
)
frame = book.CurrentController.Frame
for cell, text in json.loads(edits):
    dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, (argument("ToPoint", cell),))
    if text == "":
        dispatcher.executeDispatch(frame, ".uno:ClearContents", "", 0, ())
    else:
        dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, (argument("StringName", text),))
book.storeToURL(
    uno.systemPathToFileUrl(target), (argument("FilterName", "Calc MS Excel 2007 XML"),)
)
book.close(True)
try:
    desktop.terminate()
except DisposedException:
    pass  # It ends before it answers.
office.wait(60)
