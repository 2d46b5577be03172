"""An item with its customers by Django REST framework, as anybody would write it; runs in a process of its own.

It prints the JSON, and then, for each line that it is sent, the milliseconds of one more. What it does is its best
case: the rows are fetched by two statements, times are texts, and nothing is sent anywhere.
"""

from __future__ import annotations

import sys
import time

import django
from django.conf import settings

path, item = sys.argv[1], int(sys.argv[2])
database = {"ENGINE": "django.db.backends.sqlite3", "NAME": path}
settings.configure(
    DATABASES={"default": database},
    INSTALLED_APPS=["rest_framework", __package__],
)
django.setup()

from django.db import models  # noqa: E402 (there are no models before the settings)
from rest_framework import serializers  # noqa: E402
from rest_framework.renderers import JSONRenderer  # noqa: E402


class User(models.Model):
    username = models.TextField()
    email = models.TextField()
    full_name = models.TextField()

    class Meta:
        app_label, db_table, managed = "scale", "user", False


class Customer(models.Model):
    user = models.OneToOneField(User, models.CASCADE)
    phone = models.TextField()

    class Meta:
        app_label, db_table, managed = "scale", "customer", False


class Item(models.Model):
    name = models.TextField()
    description = models.TextField()
    created_at = models.TextField()
    updated_at = models.TextField()
    customers = models.ManyToManyField(Customer, through="Link", related_name="items")

    class Meta:
        app_label, db_table, managed = "scale", "item", False


class Link(models.Model):
    pk = models.CompositePrimaryKey("item", "customer")
    item = models.ForeignKey(Item, models.CASCADE)
    customer = models.ForeignKey(Customer, models.CASCADE)

    class Meta:
        app_label, db_table, managed = "scale", "item_customer", False


class CustomerBriefSerializer(serializers.ModelSerializer):
    username = serializers.CharField(source="user.username")
    email = serializers.CharField(source="user.email")
    full_name = serializers.CharField(source="user.full_name")

    class Meta:
        model = Customer
        fields = ("id", "username", "email", "full_name", "phone")


class ItemSerializer(serializers.ModelSerializer):
    customer_count = serializers.SerializerMethodField()
    customers_detail = CustomerBriefSerializer(source="customers", many=True, read_only=True)
    customer_ids = serializers.PrimaryKeyRelatedField(source="customers", many=True, queryset=Customer.objects.all())

    class Meta:
        model = Item
        fields = (
            *("id", "name", "description", "customer_count", "customers_detail", "customer_ids"),
            *("created_at", "updated_at"),
        )

    def get_customer_count(self, item: Item) -> int:
        return len(item.customers.all())


def rendered() -> bytes:
    customers = Customer.objects.select_related("user").order_by("id")
    found = Item.objects.prefetch_related(models.Prefetch("customers", customers)).get(pk=item)
    return JSONRenderer().render(ItemSerializer(found).data)


print(rendered().decode(), flush=True)
for _ in sys.stdin:
    begun = time.perf_counter()
    rendered()
    print((time.perf_counter() - begun) * 1000, flush=True)
