from tests.gui.helpers import Person

def test_a(person: Person):
    assert person.names("item") == ["Basic Package", "Extended Support", "Premium Subscription", "Training Day"]
    assert person.names("customer") == ["Ann Lee", "Ben Ortiz", "Cléo Satō", "dora", "Eve Stone", "John Doe"]

def test_drag(person):
    row = person.row("item", "Premium Subscription")
    seen=[]
    d = person.drag("customer", "John Doe")
    d.carry(lambda d: seen.append(d.drop(person.view("item"), row)))
    assert seen == [True]
    assert person.message == "Customer John Doe added to item Premium Subscription"
    person.press("Ctrl+Z")
    person.settle()
    assert person.message == "Undone: Add John Doe to Premium Subscription"

def test_nothing(person): pass
def test_nothing2(person): pass
def test_edit(person):
    e = person.editor("item", "Training Day", "name")
    e.selectAll()
    person.qtbot.keyClicks(e, "Zumba")
    person.press("Return", e)
    person.settle()
    assert "Zumba" in person.names("item")
